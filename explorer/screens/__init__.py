"""The pages, a module each. A page asks the snapshot, and writes what `tables`, `told` and the charts make of the answer."""
