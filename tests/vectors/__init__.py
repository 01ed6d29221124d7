"""Verified numbers from the literature and from peer programs, and what runs them."""
