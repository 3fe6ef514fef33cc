"""A difference told: as text, JSON, Markdown, and as a page with the slides side by side."""
