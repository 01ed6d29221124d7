"""The front door: one process that serves a room, by ssh and by browser; it trusts no terminal."""
