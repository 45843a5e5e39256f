package pdf

import "github.com/samyfodil/wazy/api"

// arena is the memory of one instance: addresses for its whole limit, reserved
// once and outside Go's heap. It never moves when it grows; the collector does
// not count it; and all of it goes back to the system with the instance.
type arena struct {
	all   []byte
	unmap func([]byte)
}

// allocate is the allocator that the runtime calls for every instance.
func allocate(_, limit uint64) api.LinearMemory {
	a := &arena{}
	a.all, a.unmap = reserve(int(limit))
	return a
}

// Reallocate grows the memory, nil when it cannot.
func (a *arena) Reallocate(size uint64) []byte {
	if size > uint64(len(a.all)) {
		return nil
	}
	return a.all[:size:size]
}

// Free gives the memory back.
func (a *arena) Free() {
	if a.all != nil {
		a.unmap(a.all)
		a.all = nil
	}
}
