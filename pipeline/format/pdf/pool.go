package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	webassembly "github.com/klippa-app/go-pdfium/experimental/wazy"
	"github.com/samyfodil/wazy"
	"github.com/samyfodil/wazy/api"
)

const (
	wasmPage = 64 << 10
	// memoryLimit is what one instance may take. It holds the file and a
	// rendered page besides what PDFium makes of them.
	memoryLimit = 448 << 20
	// memoryKept is what an instance may hold while it waits: its memory never
	// shrinks, so one that has grown further is thrown away.
	memoryKept = 96 << 20
)

// pool starts PDFium for this process when the first document needs it. It
// lives as long as the process.
var pool = sync.OnceValues(startPool)

func startPool() (pdfium.Pool, error) {
	most := 4 * runtime.GOMAXPROCS(0)
	p, err := webassembly.Init(webassembly.Config{
		Context:      api.WithMemoryAllocator(context.Background(), api.MemoryAllocatorFunc(allocate)),
		MaxIdle:      most, // none goes without release, which knows what is kept beside it
		MaxTotal:     most,
		ReuseWorkers: true,
		// Without a file system of its own the library mounts the host's root.
		FSConfig:      wazy.NewFSConfig(),
		RuntimeConfig: runtimeConfig(),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return p, nil
}

// runtimeConfig keeps compiled code in the user's cache folder, and does without
// where there is none.
func runtimeConfig() wazy.RuntimeConfig {
	c := wazy.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | api.CoreFeatureExceptionHandling). // for longjmp
		WithMemoryLimitPages(memoryLimit / wasmPage)
	dir, err := os.UserCacheDir()
	if err != nil {
		return c
	}
	cache, err := wazy.NewCompilationCacheWithDir(filepath.Join(dir, "tongket", "pdfium"))
	if err != nil {
		return c
	}
	return c.WithCompilationCache(cache)
}

// borrow takes an instance from the pool.
func borrow(ctx context.Context) (*instance, error) {
	p, err := pool()
	if err != nil {
		return nil, err
	}
	owner, err := p.GetInstanceWithContext(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, err
	}
	w, err := workerOf(owner.GetImplementation())
	if err != nil {
		return nil, errors.Join(err, owner.Kill())
	}
	return &instance{worker: w, owner: owner, ctx: ctx}, nil
}
