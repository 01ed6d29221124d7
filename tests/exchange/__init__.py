"""The room of other formats."""
