"""Two decks compared: what of their slides was added, moved, changed; told as text, JSON, Markdown and HTML."""
