package residents

import (
	"fmt"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var (
	errNoAreaCode = fault.New(fault.Invalid, "identity.no_area_code",
		"Nomor sementara memakai kode desa 10 angka. Admin: isi kode wilayah di data kantor dulu.",
		"A temporary number uses the village code of 10 digits. Admin: fill in the office's area code first.")
	errNoMoreNumbers = fault.New(fault.Invalid, "identity.no_more_numbers",
		"Nomor sementara desa ini habis. Isi nomor resmi dari Disdukcapil.",
		"This village has used up its temporary numbers. Enter the civil registry's number.")
)

// TemporaryNumbers is nil when the office can give temporary numbers, else why
// not.
func TemporaryNumbers(app core.App) error {
	_, err := temporaryPrefix(app)
	return err
}

// NextTemporaryNIK is the next number that the office gives to who has none yet:
// 0, the village code of 10 digits, a serial of 5. No number is given twice, also
// when it was replaced meanwhile, and one whose transaction fails goes to the
// next: call it inside the transaction that saves the record.
func NextTemporaryNIK(tx core.App) (string, error) { return nextTemporary(tx, "residents", "nik") }

// NextTemporaryKK is [NextTemporaryNIK] for a family card.
func NextTemporaryKK(tx core.App) (string, error) { return nextTemporary(tx, "households", "kk") }

func nextTemporary(tx core.App, table, column string) (string, error) {
	prefix, err := temporaryPrefix(tx)
	if err != nil {
		return "", err
	}
	// Numbers that came with an import count as given. All have the same length, so
	// the greatest text is the greatest number, and the index knows it at once.
	var serial int
	err = tx.DB().NewQuery(`INSERT INTO letter_counters (series, last)
		SELECT {:series}, 1 + (SELECT COALESCE(CAST(substr(max(` + column + `), 12) AS INTEGER), 0)
			FROM ` + table + ` WHERE ` + column + ` BETWEEN {:from} AND {:to})
		WHERE true
		ON CONFLICT (series) DO UPDATE SET last = max(last + 1, excluded.last) RETURNING last`).
		Bind(dbx.Params{"series": "temporary_" + column + ":" + prefix[1:], "from": prefix + "00000", "to": prefix + "99999"}).
		Row(&serial)
	if err != nil {
		return "", err
	}
	if serial > 99_999 {
		return "", errNoMoreNumbers
	}
	return fmt.Sprintf("%s%05d", prefix, serial), nil
}

// temporaryPrefix is "05171042099" for the village 51.71.04.2099.
func temporaryPrefix(tx core.App) (string, error) {
	current, err := office.Current(tx)
	if err != nil {
		return "", err
	}
	code := strings.ReplaceAll(current.GetString("area_code"), ".", "")
	if len(code) != 10 || strings.Trim(code, "0123456789") != "" {
		return "", errNoAreaCode
	}
	return "0" + code, nil
}
