package accounts

import "github.com/pocketbase/pocketbase/core"

var (
	replacedSubject = words{"Kata sandi akun Anda dibuat baru", "Your login has a new password"}
	replacedBody    = words{
		"Akun M-Desa {name} baru saja mendapat kata sandi baru lewat kantor desa. Bila bukan Anda yang memintanya, segera hubungi kantor.\n\n" +
			"Siapa yang membantu membukanya dapat Anda lihat di halaman \"Siapa yang melihat data saya\".",
		"The M-Desa login of {name} has just been given a new password through the village office. If you did not ask for it, tell the office at once.\n\n" +
			"Who helped to open it stands on the page \"Who looked at my data\".",
	}
)

// tellReplaced writes to the confirmed e-mail of a login that somebody has entered
// anew through the office: if it was not its owner, they learn of it in time.
func tellReplaced(app core.App, account *core.Record, former string) {
	if former == "" {
		return
	}
	language, name := account.GetString("language"), account.GetString("name")
	inBackground(app, func() {
		post(app, former, language, replacedSubject, replacedBody, map[string]string{"name": name})
	})
}
