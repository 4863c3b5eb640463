"""The desk: a project as pages in the editor's own browser, on the same files as the commands."""
