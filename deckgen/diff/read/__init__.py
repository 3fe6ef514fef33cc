"""Files of PowerPoint, whoever saved them, read into `view.Deck`: safely, with what is inherited filled in."""
