package main

import (
	"errors"
	"os"
	"runtime/pprof"
	"runtime/trace"
)

// profiling starts what was asked for; the function that it returns stops it.
func profiling(cpu, traced string) (func() error, error) {
	var stops []func() error
	stop := func() error {
		var faults []error
		for _, s := range stops {
			faults = append(faults, s())
		}
		return errors.Join(faults...)
	}
	start := func(name string, begin func(*os.File) error, end func()) error {
		if name == "" {
			return nil
		}
		f, err := os.Create(name)
		if err != nil {
			return &unreachable{err}
		}
		if err := begin(f); err != nil {
			return errors.Join(err, f.Close())
		}
		stops = append(stops, func() error { end(); return f.Close() })
		return nil
	}
	err := errors.Join(
		start(cpu, func(f *os.File) error { return pprof.StartCPUProfile(f) }, pprof.StopCPUProfile),
		start(traced, func(f *os.File) error { return trace.Start(f) }, trace.Stop),
	)
	if err != nil {
		return nil, errors.Join(err, stop())
	}
	return stop, nil
}
