// Package pipeline runs documents through the stages, from bytes to rows.
//
//	blob → bytes → Raw → Document → rows → journal
//
// Each document is read alone, by plain calls on one goroutine; several are so at
// once. The rules go over a few of those that one worker has read together, see desk:
// no document's rows depend on its company. What comes out comes out in the order of
// the inputs, so that journal, log, progress and outputs are the same for one worker
// and for sixteen.
//
// What the engine promises:
//
//   - Every input has exactly one outcome. A broken document, a panic of a
//     reader, a reader that never returns: each is that document's failure.
//   - Nothing is done twice: bytes that were read before, under whatever name,
//     are not read again, and a changed profile extracts from the journal.
//   - The bytes of documents in hand stay under a limit, whatever their sizes.
//   - When the context ends, the documents in hand are finished, and what is
//     finished is on the disk. The next run goes on.
//
// This is the only room with goroutines.
package pipeline
