// Package stats counts: it adds summary tables to the tables of a run, so that
// every output has them.
//
//	ds := stats.Add(base, stats.Config{Tables: profile.Tables, Thresholds: profile.Thresholds, Provinces: provinces})
//
// What is counted is configs/tables_stats.yaml; how, stands here:
//
//   - A figure belongs to the unit that it speaks of: the place that the row
//     names, else the organisation that the document is about. A figure for a
//     level below the unit's own adds up all units of that level (scope below)
//     and never mixes with the unit's own figures.
//   - Of several reports on one unit and term the figure with the latest date
//     stands: its as_of, else its document's. What it beats with another value
//     is a finding (older_snapshot). Figures of one date that differ are left
//     to the audit, and counted in others.
//   - A share is computed where figure and base stand in one document; else the
//     stated percent stands, unless the count is newer. A base is not smaller
//     than its figure, counts in the same scope, and agrees with the share that
//     is stated; where none does there is none. See bases.
//   - Pooled shares carry a Wilson interval and are withheld by one rule for
//     small numbers; see Withhold.
//
// An interval needs a word of care, because an archive may hold the whole
// population. Where every congress of a term is in it, a share is a count of
// all, and no sampling error is left: the doubt is whether the reports were read
// rightly (the review measures that) and whether some are missing (coverage says
// so). The interval then only tells how far a share of so few people swings from
// congress to congress by itself.
//
// The work is one pass over each table; what is kept is one value for each unit,
// term and indicator. Sums run in a fixed order with compensation, so that the
// same rows give the same bits.
package stats
