"""The program as people get it: installed from its wheel, without the checkout beside it."""
