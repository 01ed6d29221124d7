"""What the gathered facts come to: who counts, what is agreed, where the debate stands.

Views are pure functions of a state. They alone know authority and lateness, so that a fact which
arrives before the one that gives it force comes to count as soon as that one is there.
"""
