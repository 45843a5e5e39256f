// Package sinks is the table of outputs: what may be asked for with --formats,
// and how each is made for a run.
//
//	run := sinks.Run{Dir: "out", Lang: "vi", Program: "tongket", Version: "1.0.0", ID: id}
//	sink, err := sinks.Builtin().New(run, "xlsx", "parquet")
//	…
//	err = sink.Write(ctx, stats.Add(dataset, …))
//
// A sink pulls: it reads the tables of a Dataset as often as it likes, and
// writes whole files or none. Those of one file a table hear the rows that the
// workbook reads, so that a run takes a table out of the journal once for all.
// Whatever a sink writes depends on the rows and on Run alone, never on a clock,
// so the same input gives the same bytes.
//
// A new sink is a folder, a line in Builtin, and a call of sinktest.Promises.
package sinks
