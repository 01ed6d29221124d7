"""One task a screen. A screen holds the seat, builds commands, and hands views to its widgets."""
