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

// engine is PDFium as far as it was started in this process: when the first
// document needs it, until Rest.
var engine struct {
	mu    sync.Mutex
	pool  pdfium.Pool
	cache wazy.CompilationCache // nil for none; it holds the compiled code
	out   int                   // instances in use
	err   error                 // why it cannot be started
}

// enter starts PDFium unless it runs, and keeps it from resting until leave.
func enter() (pdfium.Pool, error) {
	engine.mu.Lock()
	defer engine.mu.Unlock()
	if engine.pool == nil && engine.err == nil {
		engine.pool, engine.cache, engine.err = startPool()
	}
	if engine.err != nil {
		return nil, engine.err
	}
	engine.out++
	return engine.pool, nil
}

func leave() {
	engine.mu.Lock()
	defer engine.mu.Unlock()
	engine.out--
}

// Rest stops PDFium, whose code and memory take some 20 MB, until a document
// needs it again. While a document is read it does nothing.
func Rest() error {
	engine.mu.Lock()
	defer engine.mu.Unlock()
	if engine.pool == nil || engine.out > 0 {
		return nil
	}
	err := engine.pool.Close()
	if engine.cache != nil {
		err = errors.Join(err, engine.cache.Close(context.Background()))
	}
	workers.Clear()
	engine.pool, engine.cache = nil, nil
	return err
}

func startPool() (pdfium.Pool, wazy.CompilationCache, error) {
	config, cache := runtimeConfig()
	most := 4 * runtime.GOMAXPROCS(0)
	p, err := webassembly.Init(webassembly.Config{
		Context:      api.WithMemoryAllocator(context.Background(), api.MemoryAllocatorFunc(allocate)),
		MaxIdle:      most, // none goes without release, which knows what is kept beside it
		MaxTotal:     most,
		ReuseWorkers: true,
		// Without a file system of its own the library mounts the host's root.
		FSConfig:      wazy.NewFSConfig(),
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("start PDFium: %w", err)
	}
	return p, cache, nil
}

// runtimeConfig keeps compiled code in the user's cache folder, and does without
// where there is none.
func runtimeConfig() (wazy.RuntimeConfig, wazy.CompilationCache) {
	c := wazy.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | api.CoreFeatureExceptionHandling). // for longjmp
		WithMemoryLimitPages(memoryLimit / wasmPage)
	dir, err := os.UserCacheDir()
	if err != nil {
		return c, nil
	}
	cache, err := wazy.NewCompilationCacheWithDir(filepath.Join(dir, "tongket", "pdfium"))
	if err != nil {
		return c, nil
	}
	return c.WithCompilationCache(cache), cache
}

// borrow takes an instance from the pool.
func borrow(ctx context.Context) (m *instance, err error) {
	p, err := enter()
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			leave()
		}
	}()
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
