"""Documents that lie elsewhere: pages, feeds and buckets, fetched politely and within limits."""
