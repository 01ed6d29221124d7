"""What stays: journals, the library of sessions, drafts and private notes, on disk.

The only room that knows TinyDB. It keeps plain documents and knows nothing of what they mean.
"""
