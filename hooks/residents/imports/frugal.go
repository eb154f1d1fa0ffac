package imports

import (
	"runtime/debug"
	"sync"
)

// gcPercent keeps the heap small while a file of everybody is read or written: a
// small server has 1 GB, and the rest of the program lets its heap grow to four
// times what is in use.
const gcPercent = 40

var thrift struct {
	sync.Mutex
	users  int
	before int
}

// frugal lasts until the last who asked for it is done.
func frugal() (asBefore func()) {
	thrift.Lock()
	defer thrift.Unlock()
	if thrift.users++; thrift.users == 1 {
		thrift.before = debug.SetGCPercent(gcPercent)
	}
	return func() {
		thrift.Lock()
		defer thrift.Unlock()
		if thrift.users--; thrift.users == 0 {
			debug.SetGCPercent(thrift.before)
		}
	}
}
