package mask

import "testing"

func TestNumbersOfPeopleAreMasked(t *testing.T) {
	for text, want := range map[string]string{
		"NIK 5171040510639005 dan 5171-0405-1063-9005":      "NIK ••• dan •••",
		"NIK 5171 0417 0590 0001":                           "NIK •••",
		"hubungi 081239001234 atau +62 812-3900-1234":       "hubungi ••• atau •••",
		"telp 0812-3450-0001 ya":                            "telp ••• ya",
		"telepon (0361) 226622, 0361-226622, 021 5551234":   "telepon •••, •••, •••",
		"surel wayan.s@contoh.id ya":                        "surel ••• ya",
		"Jalan Kamboja no. 12 sejak 23-11-2026 pukul 09.30": "Jalan Kamboja no. 12 sejak 23-11-2026 pukul 09.30",
		"tiang LPJU-441, biaya Rp 1.500.000":                "tiang LPJU-441, biaya Rp 1.500.000",
		"Rp 240.000.000, tahun 2026, RT 003/RW 007":         "Rp 240.000.000, tahun 2026, RT 003/RW 007",
		"nomor 500.2.2.4/012/TSK/XI/2026":                   "nomor 500.2.2.4/012/TSK/XI/2026",
	} {
		if got := Text(text); got != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}

func TestNamesShowFirstLettersOnly(t *testing.T) {
	for name, want := range map[string]string{
		"Budi Santoso": "B*** S***", "I Wayan Sudarma": "*** W*** S***", "  Ni   Luh ": "N*** L***",
		"Ḍewi": "Ḍ***", "Bo": "B***", "": "", "A": "***",
	} {
		if got := Name(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestAMailboxIsRecognisedByItsOwner(t *testing.T) {
	for address, want := range map[string]string{"made@contoh.id": "m***@contoh.id", "": "", "@contoh.id": "", "made": ""} {
		if got := Mail(address); got != want {
			t.Errorf("%q: %q", address, got)
		}
	}
}
