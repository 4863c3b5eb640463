"""The status of the real content against numbers counted by hand, with grep, in content/."""
