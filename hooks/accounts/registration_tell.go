package accounts

import "github.com/pocketbase/pocketbase/core"

var (
	acceptedSubject = words{"Akun M-Desa Anda sudah dibuka", "Your M-Desa login is open"}
	acceptedBody    = words{
		"Pendaftaran {code} sudah kami periksa dan cocok. Masuk di {address}/masuk dengan NIK dan kata sandi yang Anda buat.\n\n" +
			"Supaya e-mail ini dapat dipakai bila lupa kata sandi, pastikan dulu di halaman Profil.",
		"We have checked registration {code}, and it fits. Log in at {address}/masuk with your NIK and the password you chose.\n\n" +
			"To use this e-mail when you forget your password, confirm it on the profile page.",
	}
	refusedSubject = words{"Pendaftaran M-Desa Anda belum dapat diterima", "Your M-Desa registration could not be accepted"}
	refusedBody    = words{
		"Pendaftaran {code} belum dapat kami terima. Alasannya dapat dibaca di {address}/daftar/status.\n\n" +
			"Anda dapat mendaftar lagi, atau datang ke loket dengan KTP.",
		"We could not accept registration {code}. You can read why at {address}/daftar/status.\n\n" +
			"You may register again, or come to the counter with your identity card.",
	}
)

// tellDecision writes to who registered, if they gave an e-mail. It names nobody
// and says no more than the receipt's page: the address is not confirmed.
func tellDecision(app core.App, registration *core.Record) {
	subject, body := acceptedSubject, acceptedBody
	if registration.GetString("state") != confirmed {
		subject, body = refusedSubject, refusedBody
	}
	to, language, code := registration.GetString("email"), registration.GetString("language"), showCode(registration.GetString("code"))
	inBackground(app, func() { post(app, to, language, subject, body, map[string]string{"code": code}) })
}
