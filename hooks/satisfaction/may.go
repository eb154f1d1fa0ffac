package satisfaction

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errNoRequest = fault.New(fault.NotFound, "rating.no_request",
		"Permohonan ini tidak ditemukan, atau bukan milik Anda.",
		"There is no such request, or it is not yours.")
	errNotDone = fault.New(fault.Conflict, "rating.not_done",
		"Layanan ini belum selesai. Nilailah setelah selesai.",
		"This service is not finished yet. Rate it once it is.")
	errRated = fault.New(fault.Conflict, "rating.rated",
		"Layanan ini sudah dinilai. Terima kasih; satu permohonan dinilai satu kali.",
		"This service has been rated already. Thank you; each request is rated once.")
	errOnline = fault.New(fault.Forbidden, "rating.online",
		"Pemohonnya punya akun dan menilai sendiri di M-Desa. Di loket hanya dicatat penilaian warga tanpa akun, untuk permohonan yang diajukan di loket.",
		"The resident has a login and rates it in M-Desa themselves. At the counter only residents without a login are asked, about what was filed there.")
	errOwnKin = fault.New(fault.Forbidden, "rating.own_kin",
		"Ini permohonan Anda atau keluarga Anda. Minta petugas lain mencatat penilaiannya.",
		"This is your own or your family's request. Ask another officer to enter its rating.")
	errNotYours = fault.New(fault.Forbidden, "rating.not_yours",
		"Penilaian di loket dicatat oleh petugas, sekretaris, atau pimpinan kantor.",
		"Ratings at the counter are entered by officers, the secretary or the head of the office.")
)

const (
	bySelf    = "self"
	atCounter = "counter"
	completed = "completed" // a request's status
)

var clerks = []string{delegation.Officer, delegation.Secretary, delegation.VillageHead}

// mayRate says how somebody may rate a request, "self" or "counter", or why not.
// Those who may not know of the request are told that there is none.
func mayRate(app core.App, auth, request *core.Record) (channel string, err error) {
	switch {
	case auth == nil || auth.IsSuperuser():
		return "", errNoRequest
	case auth.Collection().Name == "accounts":
		if request.GetString("account") != auth.Id && request.GetString("represented") != auth.Id {
			return "", errNoRequest
		}
		channel = bySelf
	default:
		if err := mayRateAtCounter(app, auth, request); err != nil {
			return "", err
		}
		channel = atCounter
	}
	if request.GetString("status") != completed {
		return "", errNotDone
	}
	return channel, nil
}

func mayRateAtCounter(app core.App, auth, request *core.Record) error {
	if !slices.Contains(clerks, auth.GetString("role")) {
		return errNotYours
	}
	if request.GetBool("confidential") {
		return errNoRequest
	}
	if request.GetString("channel") != "counter" || request.GetString("account") != "" { // nobody speaks first in a resident's stead
		return errOnline
	}
	kin, err := delegation.KinOf(app, auth.GetString("resident"))
	if err != nil {
		return err
	}
	if kin.Own(request.GetString("resident"), request.GetString("account")) {
		return errOwnKin
	}
	return nil
}
