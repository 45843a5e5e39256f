package pdf

import (
	"sync"
	"sync/atomic"

	"github.com/tetratelabs/wazero/experimental"
)

// arena is the memory of one instance: addresses for its whole limit, reserved
// once and outside Go's heap. It never moves when it grows, so another
// goroutine may spoil it; the collector does not count it; and all of it goes
// back to the system with the instance.
type arena struct {
	all    []byte
	size   atomic.Int64
	unmap  func([]byte)
	mu     sync.Mutex // guards against spoiling what is gone
	gone   bool
	spoilt atomic.Bool
}

// arenas are those in use, by the address of their first byte.
var arenas sync.Map

// allocate is the allocator that wazero calls for every instance.
func allocate(_, limit uint64) experimental.LinearMemory {
	a := &arena{}
	a.all, a.unmap = reserve(int(limit))
	if len(a.all) > 0 {
		arenas.Store(&a.all[0], a)
	}
	return a
}

// Reallocate grows the memory, nil when it cannot.
func (a *arena) Reallocate(size uint64) []byte {
	if size > uint64(len(a.all)) {
		return nil
	}
	a.size.Store(int64(size))
	return a.all[:size:size]
}

// Free gives the memory back.
func (a *arena) Free() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.gone || len(a.all) == 0 {
		return
	}
	a.gone = true
	arenas.Delete(&a.all[0])
	a.unmap(a.all)
}

// spoil sets every byte that is in use, so that whatever runs on the memory
// traps.
func (a *arena) spoil() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.gone {
		return
	}
	a.spoilt.Store(true)
	memory := a.all[:a.size.Load()]
	for i := range memory {
		memory[i] = 0xff
	}
}
