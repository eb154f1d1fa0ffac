package accounts

import (
	"errors"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"

	"mdesa/hooks/fault"
)

var errManyAtOnce = fault.New(fault.Unavailable, "registration.many_at_once",
	"Banyak orang sedang mendaftar. Tunggu sebentar, lalu kirim lagi; isian Anda tetap tersimpan di HP.",
	"Many people are registering now. Wait a moment, then send again; your answers are kept on your phone.")

const (
	// heldInMemory, in bytes, is what a registration takes of the memory while it
	// is on its way; the rest of the photo waits on the disk.
	heldInMemory = 64 << 10
	// readAtOnce is how many are read and hashed at a time: photos are in memory
	// then, and a small server has two cores.
	readAtOnce = 2
)

// toDisk goes before the body limit, where the body still is PocketBase's own:
// that keeps a copy to read again, of 16 MB in memory if it is not told otherwise.
func toDisk() *hook.Handler[*core.RequestEvent] {
	return &hook.Handler[*core.RequestEvent]{
		Id:       "mdesaRegistrationToDisk",
		Priority: apis.DefaultBodyLimitMiddlewarePriority - 1,
		Func: func(e *core.RequestEvent) error {
			if body, ok := e.Request.Body.(*router.RereadableReadCloser); ok {
				body.MaxMemory = heldInMemory
			}
			return e.Next()
		},
	}
}

// receiveForm waits for the whole form, before it is anybody's turn: a phone with
// a weak signal, or somebody who sends a byte a minute, keeps nobody else waiting.
func receiveForm(e *core.RequestEvent) error {
	err := e.Request.ParseMultipartForm(heldInMemory)
	switch {
	case errors.Is(err, apis.ErrRequestEntityTooLarge):
		return errForm.At("photo", errPhoto)
	case err != nil:
		return errForm.Because(err)
	}
	return nil
}

func dropForm(e *core.RequestEvent) {
	if err := e.Request.MultipartForm.RemoveAll(); err != nil {
		e.App.Logger().Warn("the rest of a registration stayed in the temporary folder", "error", err)
	}
}

// takeTurn waits until fewer than readAtOnce others are being read. Who calls it
// says when it is done.
func takeTurn(e *core.RequestEvent) (done func(), err error) {
	turns := e.App.Store().GetOrSet("accounts.registering", func() any { return make(chan struct{}, readAtOnce) }).(chan struct{})
	select {
	case turns <- struct{}{}:
		return func() { <-turns }, nil
	case <-e.Request.Context().Done():
		return nil, errManyAtOnce
	}
}
