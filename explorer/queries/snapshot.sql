-- Which state this is.
SELECT run_id, finished_at, published_at, state FROM reporting.snapshot
