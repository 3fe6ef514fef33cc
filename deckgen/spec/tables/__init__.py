"""From a sheet as it was read to the data that a slide shows."""
