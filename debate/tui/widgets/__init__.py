"""One region of the screen a file: each draws a small frozen view and posts past-tense messages.

Import widgets from their own modules; nothing is re-exported, so that a screen pays for what it shows.
"""
