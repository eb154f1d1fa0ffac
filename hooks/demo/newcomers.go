package demo

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

// newcomers.csv is what an office of the neighbourhood sent: two families, and a
// row whose NIK a spreadsheet has spoilt.
const newcomers = `alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,agama_id,status_kawin,kk_level
Gang Mawar No. 61,Banjar Kauh,-,-,I Gede Suardana,5171041502199601,5171041103849601,L,Badung,11-03-1984,Hindu,K,1
Gang Mawar No. 61,Banjar Kauh,-,-,Ni Luh Sukerti,5171041502199601,5171045907869602,P,Tabanan,19-07-1986,Hindu,K,3
Gang Mawar No. 61,Banjar Kauh,-,-,I Putu Dharma Suardana,5171041502199601,5171040205149603,L,Denpasar,02-05-2014,Hindu,BK,4
Jalan Kenanga No. 77,Banjar Tengah,-,-,Hendra Wijaya,5171042011209602,5171042408799604,L,Banyuwangi,24-08-1979,Islam,K,1
Jalan Kenanga No. 77,Banjar Tengah,-,-,Sri Wahyuni,5171042011209602,5171045612829605,P,Banyuwangi,16-12-1982,Islam,K,3
Jalan Kenanga No. 77,Banjar Tengah,-,-,Dimas Wijaya,5171042011209602,5.17104E+15,L,Denpasar,08-01-2011,Islam,BK,4
`

// Import brings newcomers into the register by the program's own command, so
// that the list of imports has a finished one with a refused row. commands is
// the program's root.
func (v *Village) Import(commands *cobra.Command) error {
	command, _, err := commands.Find([]string{"import"})
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "mdesa-newcomers")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	file := filepath.Join(folder, "warga-baru.csv")
	if err := os.WriteFile(file, []byte(newcomers), 0o600); err != nil {
		return err
	}
	if err := command.ParseFlags([]string{"--good"}); err != nil {
		return err
	}
	command.SetContext(context.Background())
	out := command.OutOrStdout()
	command.SetOut(io.Discard)
	defer command.SetOut(out)
	return command.RunE(command, []string{file})
}
