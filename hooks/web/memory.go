package web

import (
	"os"
	"runtime/debug"
)

// The heap of an idle M-Desa is some 10 MB, and Go would collect it hundreds of
// times a second under load. Letting it grow to four times what is in use costs
// tens of megabytes and saves a fifth of the time; the soft limit keeps a
// village on a server with 1 GB out of trouble. GOGC and GOMEMLIMIT win.
const (
	gcPercent   = 300
	memoryLimit = 512 << 20 // bytes
)

func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
