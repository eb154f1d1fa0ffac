package accounts

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errNoRoom = fault.New(fault.Unavailable, "registration.no_room",
	"Terlalu banyak pendaftaran yang masih menunggu. Datanglah ke loket dengan KTP; petugas dapat membuka akun Anda di sana.",
	"Too many registrations are waiting. Please come to the counter with your identity card; an officer can open your login there.")

const (
	// mostPhotos is how much the photos of all that wait may take of the disk, in
	// bytes; a village that registers at once sends about 300 KB each.
	mostPhotos = 500 << 20
	// photosAfter is what remains when room was made, so that not each of a flood
	// has it made anew.
	photosAfter = 400 << 20
)

// makeRoomFor says no only when what waits fits the register: a flood goes before
// a resident does. While there is room the register is not asked.
func makeRoomFor(app core.App, photo int) error {
	held, err := photosHeld(app)
	if err != nil || held+photo <= mostPhotos {
		return err
	}
	waits, err := waitingOnes(app)
	if err != nil {
		return err
	}
	if err := expireUnlikely(app, waits, 0, held-photosAfter); err != nil {
		return err
	}
	if held, err = photosHeld(app); err == nil && held+photo > mostPhotos {
		return errNoRoom
	}
	return err
}

// photosHeld is how much the photos of all that wait take, in bytes.
func photosHeld(app core.App) (held int, err error) {
	err = app.DB().Select("COALESCE(sum(photo_size), 0)").From("registrations").Where(dbx.HashExp{"state": waiting}).Row(&held)
	return held, err
}

// waitingOnes are all that wait, the oldest first.
func waitingOnes(app core.App) (all []candidate, err error) {
	err = candidates(app).Where(dbx.HashExp{"g.state": waiting}).OrderBy("g.created").All(&all)
	return all, err
}

// expireUnlikely takes the oldest that nobody in the register fits, until that
// many are gone and so many bytes of photos.
func expireUnlikely(app core.App, waits []candidate, many, bytes int) error {
	for _, one := range waits {
		if many <= 0 && bytes <= 0 {
			return nil
		}
		if one.agreement().Likely() {
			continue
		}
		if err := expire(app, one.ID); err != nil {
			return err
		}
		many--
		bytes -= one.PhotoSize
	}
	return nil
}
