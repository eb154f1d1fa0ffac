package residents_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

const crowd = 100_000

var (
	crowdOrders = []string{"Wayan", "Putu", "Gede", "Made", "Kadek", "Nyoman", "Komang", "Ketut", "Luh", "Gusti Ngurah", "Gusti Ayu", "Dewa"}
	crowdFirst  = strings.Fields("Suk Sud Sug Sum Sur Sut Sar Ari Art Adn Ard Bud Car Dar Ek Gun Ind Jay Kar Ker Lak Mah Mar Nov Ok Par Pra Rat Rah Sant Sek Sri Sua Tris Ut Wib Wid Win Yas Yul")
	crowdLast   = strings.Fields("arta iarta ana iana asih awan aya erti ika ini iningsih itri iyasa ja ma adi andi anti ari arsa astra awati erta iasih oka opa utra yani yasa")
	crowdMore   = strings.Fields("Putra Putri Dewi Saputra Pratama Lestari Yasa Adi Eka Dwi Tri Jaya Wijaya Kusuma Utama Sari Sanjaya Mahendra Permana Suputra")
	crowdRoads  = strings.Fields("Kamboja Cempaka Teratai Mawar Kenanga Sandat Jepun Melati Anggrek Ratna Nusa Sedap Waribang Gumitir Padma Noja")
)

// people fills the register with a hundred thousand residents in seven banjars,
// called as people are called in Bali. They are written by SQL, as an import does.
func (v *village) people(t testing.TB) {
	t.Helper()
	dice := rand.New(rand.NewPCG(1, 2))
	one := func(of []string) string { return of[dice.IntN(len(of))] }
	hamlets := []string{v.kaja.Id, v.kelod.Id}
	err := v.RunInTransaction(func(tx core.App) error {
		for i := range 5 {
			id := fmt.Sprintf("crowdhamlet%04d", i)
			hamlets = append(hamlets, id)
			if _, err := tx.DB().Insert("hamlets", dbx.Params{"id": id, "name": fmt.Sprintf("Banjar Tegal %d", i)}).Execute(); err != nil {
				return err
			}
		}
		for i := 0; i < crowd; {
			house, hamlet := fmt.Sprintf("crowdhouse%05d", i/4), hamlets[dice.IntN(len(hamlets))]
			if _, err := tx.DB().Insert("households", dbx.Params{"id": house, "kk": fmt.Sprintf("51710412030%05d", i/4), "hamlet": hamlet,
				"address": fmt.Sprintf("Jalan %s No. %d", one(crowdRoads), dice.IntN(90)+1)}).Execute(); err != nil {
				return err
			}
			for member := 0; member < 4 && i < crowd; member++ {
				sex, prefix, day := "L", "I ", 17
				if member%2 == 1 {
					sex, prefix, day = "P", "Ni ", 57
				}
				name := prefix + one(crowdOrders) + " " + one(crowdFirst) + one(crowdLast)
				if dice.IntN(2) == 0 {
					name += " " + one(crowdMore)
				}
				role := []string{"kepala keluarga", "istri", "anak", "anak"}[member]
				year := 60 + dice.IntN(30) + member/2*25
				if _, err := tx.DB().Insert("residents", dbx.Params{
					"id": fmt.Sprintf("crowdman%07d", i), "nik": fmt.Sprintf("51%02d%02d%02d05%02d%04d", 1+i/10000, 1, day, year%100, i%10000),
					"name": name, "household": house, "hamlet": hamlet, "family_role": role, "sex": sex, "life_status": "hidup",
					"birth_date": fmt.Sprintf("%d-05-17", 1900+year), "marital_status": "belum kawin", "religion": "Hindu",
				}).Execute(); err != nil {
					return err
				}
				i++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.NonconcurrentDB().NewQuery("ANALYZE").Execute(); err != nil {
		t.Fatal(err)
	}
}
