"""Every figure of a debate that screens, commands and minutes show, worked out in one place.

A finding is a frozen value with its counts, its interval where there is one, and its refusal where
a figure would mislead or give somebody away. Nothing else computes figures, and no words stand here.
"""
