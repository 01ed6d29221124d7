"""Questions that need an answer before a screen goes on. Each returns what was answered."""
