// Package configs reads and checks everything that a user may set.
//
// Two kinds of settings never mix. Run settings (paths, workers, limits,
// sinks) come from flags, TONGKET_* variables, tongket.yaml and defaults, in
// this order. The profile, what is to be found and how the output is coded, is
// a folder of plain files, embedded here and layered over by the user's own:
//
//	tables.yaml        tables, columns, codes, labels: the codebook as data
//	fields/*.yaml      rules: id, kind, table, settings, examples
//	lexicons/*.tsv     words: provinces, titles, cue phrases …
//	thresholds.yaml    what each round of congresses required, with its source
//
// Reading is strict: an unknown key, code or column is an error that names
// file, line and the nearest right word, and all faults come at once.
package configs
