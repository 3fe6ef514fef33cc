"""Workbooks: what 'Edit Data' opens behind a chart."""
