"""What the page shows: values in, HTML out."""
