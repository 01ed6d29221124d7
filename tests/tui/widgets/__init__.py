"""Each widget on a tiny stage of its own."""
