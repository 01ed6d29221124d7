"""Figures in plain words: one sentence each, for people who never took a course in statistics.

The words say what was counted before what it may mean, tell chance as "1 time in 15", and give no
percentage of fewer than twenty people. What is withheld is said with its reason.
"""
