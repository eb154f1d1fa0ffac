package fault

import (
	"maps"
	"net/http"

	"github.com/pocketbase/pocketbase/tools/router"
)

// Declared are all faults by their keys, for a test that reads every text.
func Declared() map[string]*Fault { return maps.Clone(declared) }

// What PocketBase says about a whole request, by status.
var (
	errRefused = New(Invalid, "api.refused",
		"Permintaan ini tidak dapat diproses. Periksa kembali isiannya, lalu coba lagi.",
		"This could not be processed. Please check what you entered and try again.")
	errForm = New(Invalid, "api.form",
		"Ada isian yang perlu diperbaiki.",
		"Some answers need to be corrected.")
	errUnauthenticated = New(Unauthenticated, "api.unauthenticated",
		"Silakan masuk terlebih dahulu.",
		"Please log in first.")
	errForbidden = New(Forbidden, "api.forbidden",
		"Anda tidak berhak melakukan ini. Jika menurut Anda seharusnya bisa, hubungi kantor.",
		"You may not do this. If you think you should, please contact the office.")
	errNotFound = New(NotFound, "api.not_found",
		"Data ini tidak ditemukan, atau bukan untuk Anda.",
		"This was not found, or it is not for you to see.")
	errTooLarge = New(Invalid, "api.too_large",
		"Kiriman ini terlalu besar. Perkecil berkasnya, lalu coba lagi.",
		"This is too large. Please make the file smaller and try again.")
	errTooMany = New(TooMany, "api.too_many",
		"Terlalu banyak percobaan dalam waktu singkat. Tunggu sebentar, lalu coba lagi.",
		"Too many attempts in a short time. Please wait a moment and try again.")
	errInternal = New(Internal, "api.internal",
		"Terjadi gangguan di pihak kami. Coba lagi beberapa saat; jika masih terjadi, hubungi kantor.",
		"Something went wrong on our side. Please try again in a while; if it goes on, contact the office.")
	errBusy = New(Unavailable, "api.busy",
		"Layanan sedang sibuk. Tunggu sebentar, lalu coba lagi; isian Anda belum tersimpan.",
		"The service is busy. Please wait a moment and try again; what you entered is not saved yet.")
)

// What PocketBase says in its own words.
var (
	errLogin = New(Invalid, "api.login",
		"Nama pengguna atau kata sandi tidak cocok. Periksa lagi; jika lupa kata sandi, hubungi kantor.",
		"The login or the password does not match. Please check both; if you forgot your password, contact the office.")
	errAuthRule = New(Forbidden, "api.login_closed",
		"Akun ini belum aktif atau sudah dinonaktifkan. Hubungi kantor.",
		"This account is not active. Please contact the office.")
	errReferenced = New(Invalid, "api.referenced",
		"Data ini tidak dapat dihapus karena masih dipakai data lain.",
		"This cannot be deleted because other records still use it.")
	errGuestsOnly = New(Invalid, "api.guests_only",
		"Anda sudah masuk. Keluar terlebih dahulu untuk melakukan ini.",
		"You are logged in. Log out first to do this.")
)

var messageFaults = map[string]*Fault{
	"Failed to authenticate.": errLogin,
	"The request doesn't satisfy the collection requirements to authenticate.":                         errAuthRule,
	"Failed to delete record. Make sure that the record is not part of a required relation reference.": errReferenced,
	"The request can be accessed only by guests.":                                                      errGuestsOnly,
	"Failed to create record.":                                     errRefused,
	"Failed to update record.":                                     errRefused,
	"Failed to read the submitted data.":                           errRefused,
	"An error occurred while loading the submitted data.":          errRefused,
	"An error occurred while validating the submitted data.":       errForm,
	"Something went wrong while processing your request.":          errRefused,
	"Only superusers can perform this action.":                     errForbidden,
	"You are not allowed to perform this request.":                 errForbidden,
	"The authorized record is not allowed to perform this action.": errForbidden,
	"The request requires valid record authorization token.":       errUnauthenticated,
	"Missing or invalid authentication.":                           errUnauthenticated,
	"The requested resource wasn't found.":                         errNotFound,
	"Missing or invalid collection context.":                       errNotFound,
	"Too Many Requests.":                                           errTooMany,
}

// translate finds the fault for one of PocketBase's errors. The text comes along
// when PocketBase says more than the fault does, as about a collection's rules.
func translate(api *router.ApiError) (*Fault, string) {
	if f := messageFaults[api.Message]; f != nil {
		if f == errRefused && len(api.Data) > 0 {
			f = errForm
		}
		return f, ""
	}
	switch {
	case api.Status >= http.StatusInternalServerError:
		return errInternal, ""
	case api.Status == http.StatusUnauthorized:
		return errUnauthenticated, api.Message
	case api.Status == http.StatusForbidden:
		return errForbidden, api.Message
	case api.Status == http.StatusNotFound:
		return errNotFound, api.Message
	case api.Status == http.StatusRequestEntityTooLarge:
		return errTooLarge, ""
	case api.Status == http.StatusTooManyRequests:
		return errTooMany, ""
	case len(api.Data) > 0:
		return errForm, api.Message
	default:
		return errRefused, api.Message
	}
}
