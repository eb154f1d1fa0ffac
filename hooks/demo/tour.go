package demo

import (
	"fmt"
	"io"
	"time"
)

const tour = `
  M-Desa · Desa Puri Kencana (a fictional village; ready in %.1f s)

  Open    %[2]s            residents' page
          %[2]s/petugas    staff desk
          %[2]s/_/         admin (PocketBase)

  Log in  password for everybody: %[3]s
          resident       NIK %[4]s   (%[5]s)
          hamlet head    %[6]s
          desk officer   petugas
          secretary      sekdes
          village head   perbekel
          auditor        pengawas
          admin          %[7]s

  Three minutes
   1. As the resident: choose "Surat Keterangan Domisili", answer, send; keep the receipt.
   2. As the hamlet head at /petugas: open it and approve. Then as petugas: approve.
   3. As perbekel: sign. As the resident: download the letter, scan its QR code
      or open the address printed under it, and drop the PDF there to compare it.
   4. As the resident, under Profil: who looked at my data. As petugas, under Warga:
      record a birth, settle a contradiction, confirm a registration.

  Nothing is kept: Ctrl+C ends the village.

`

func (v *Village) printTour(out io.Writer, address string, took time.Duration) {
	_, _ = fmt.Fprintf(out, tour, took.Seconds(), address, Password, v.first.nik, v.first.name, headOf(v.first.house.hamlet), adminEmail)
}
