/** Weights of Inter that the interface uses. */
export type Weight = 400 | 500 | 600

/** Advance widths of the code points from `from` on: two base-36 digits each, in thousandths of an em; `--` is not in Inter. */
interface Range extends Readonly<Record<Weight, string>> {
  readonly from: number
}

/**
 * Widths of Inter (variable, https://rsms.me/inter, OFL 1.1) as it is shipped, measured at 100 px in Chromium, for each
 * script that it covers: Latin, Greek, Cyrillic, punctuation and currency. Kerning is not counted.
 */
const RANGES: readonly Range[] = [
  {
    from: 0x0020,
    400: '7t80cyhlhurahw8ca5a5dxie80cs80a0hjbbgyh6hyghh8fqh7h8808eieieiee7quj6i6kak2gpgekqkn7hfviofpp3kxl9hrl9hwhuhykoj6rdiyivhha5a0a5d3co8zfmh0fvh0g7aah1gf6q6qf96qocgfgoh0h0ageo93gffmmqf6fmfcbu99buie',
    500: '7f8gdqhrhyrli58pa9a9ehij8fcu8faahybjh4hfi8grhifvhhhi8f8rijijijenrajpi9kdk2grgdkskp7kfzj4fppdl0lbhuldi0hyi5kkjprvjhjchta9aaa9d9cv9dfsh6g1h6gbajh8gq7070fj70oogqgsh6h6arez9ggqfzn1fhfzfjc89mc8ij',
    600: '708xejhwi2rwif92adadf0ip8vcx8vajicbrhbhoiih0hsg0hshs8v95ipipipf3rrk8ibkhk2gtgcktkq7pg4jjfppml3ldhxlhi4i2ickgk8sck0jti4adajadddd19rfyhcg7hcgfathdh07a7aft7ap0h0gxhchcb1f99th0gbnbftgcfqcn9zcnip',
  },
  {
    from: 0x00a0,
    400: '7t80fvgzk5fa7ifsgfpecmg7ie00iidacoiecace8zgagr807g8gdeg7manjoie7j6j6j6j6j6j6rmkagpgpgpgp7h7h7h7hkfkxl9l9l9l9l9iel9kokokokoivhoh4fmfmfmfmfmfmphfvg7g7g7g76q6q6q6qg7gfgogogogogoiegogfgfgfgffmh0fmj6fmj6fmj6fmkafvkafvkafvkafvk2jqkfh0gpg7gpg7gpg7gpg7gpg7kqh1kqh1kqh1kqh1kngflkgf7h6q7h6q7h6q7h6q7h6qnbdgfv6qiof9elfp6qfp6qfp9gfn9zgj6qkxgfkxgfkxgf--kxgfl9gol9gol9gorxrshwaghwaghwaghueohueohueohueohy93hyaghy93kogfkogfkogfkogfkogfkogfrdmqivfmivhhfchhfchhfc8q',
    500: '7f8gg1h8khfh85fsgqpecpgwij00ihcxcpijcgcn9dgogp8f8c8qdhgwmpnuovenjpjpjpjpjpjprvkdgrgrgrgr7k7k7k7kknl0lblblblblbijlbkkkkkkkkjchzhifsfsfsfsfsfspfg1gbgbgbgb70707070gcgqgsgsgsgsgsijgsgqgqgqgqfzh6fzjpfsjpfsjpfskdg1kdg1kdg1kdg1k2k5knh6grgbgrgbgrgbgrgbgrgbksh8ksh8ksh8ksh8kpgqlvgq7k707k707k707k707k70nke0fz70j4fjf6fp70fp70fp9yfratgm70l0gql0gql0gq--l0gqlbgslbgslbgss1roi0ari0ari0arhyezhyezhyezhyezi59gi5b2i59gkkgqkkgqkkgqkkgqkkgqkkgqrvn1jcfzjchtfjhtfjhtfj91',
    600: '708xg7hhktfn8sfsh0pecshmip00igckcqipcmcv9rh2go8v9890djhmn3o6p7f3k8k8k8k8k8k8s5khgtgtgtgt7p7p7p7pkvl3ldldldldldipldkgkgkgkgjtiahwfyfyfyfyfyfypdg7gfgfgfgf7a7a7a7agih0gxgxgxgxgxipgxh0h0h0h0gchcgck8fyk8fyk8fykhg7khg7khg7khg7k2kjkvhcgtgfgtgfgtgfgtgfgtgfkthdkthdkthdkthdkqh0m5h07p7a7p7a7p7a7p7a7p7ansejg47ajjftfqfp7afp7afpahfxbngq7al3h0l3h0l3h0--l3h0ldgxldgxldgxs6rki4b1i4b1i4b1i2f9i2f9i2f9i2f9ic9ticbnic9tkgh0kgh0kgh0kgh0kgh0kgh0scnbjtgcjti4fqi4fqi4fq9a',
  },
  {
    from: 0x0384,
    400: '7iipj680kiogba--ny--oeo77nj6i6g3ixgphhknl97hioj6p3kxi8l9knhr--j5hyivogiyogle7hivigexgf7ngfiggkfmg8exe5gfh97nelhugagbfjgogth0fthccygfk1ftlmmd7ngfgogfmd',
    500: '85j5jp8fl1oybv--oh--p6op7zjpi9g4jigrhtkplb7kj4jppdl0ijlbkphu--j6i5jcoljholli7kjciqf4gq7zgqiqgofzgff4eegqhb7zf6i7gogkfjgsh4h6fzhldcgqkrg4m3mm7zgqgsgqmm',
    600: '8tjlk88vlkphcf--p1--pxp78ak8ibg5k2gti4kqld7pjjk8pml3itldkqhx--j8icjtopk0oplm7pjtj0fbh08ah0j0gtgbgmfbemh0hd8afqilh2gtfjgxhfhcg6hudrh0lggfmlmw8ah0gxh0mw',
  },
  {
    from: 0x0400,
    400: 'gpgpndg3kahu7h7hfvuxv9okiokxhgk2j6hyi6g3mrgpqoh6kxkxioksp3knl9knhrkahyhgn0iyk1jgqmr0mooji1kas7hwfmgifpc4h1g7midqgfgff2fzlegcgogch0fvcyfmj3f6glg2mun9hwkgfjfvnffeg7g7gfc4fveo6q6q6qpoowgff2gffmgcowmfj4h3qklqj6fvq1lknpjavtqmf4eioglml9gojkghjkgh10vvqqhl2wsskpyn9jqfphk00000000000000kxgfj4h3hngxg3c4g3c4i4f2r7n2h6dqjmfmijg9jqgsnbhfl2grrdituspmrdlmkafvhycyivfmivfmjifppgibjvggjgg2jggfnbjunbju7hqomiizgbksfzkngckngcjvggp3le6qj6fmj6fmrmphgpg7kqg7kqg7qomih6dqh8h8kxgfkxgfl9gol9gol9gokafvhgfmhgfmhgfmjgg2g3c4ojkgggc4jiehiyf6',
    500: 'grgrnjg4kdhy7k7kfzuzv9ooj4l0i2k4jphyi9g4n7grrohfl0l0j4ktpdkplbkphukdi5i2n3jhkgjjqwrfmtovi6kdsgi0fsgnftc9hhgbn0dygqgqfgg9lsgngsgkh6g1dcfzjxfhh5g9n7nqi7l4ftg1nnfmgbgbgqc9g1ez707070pvp6gqfggqfzgkpnn4jchdqzm6jpg2qjm3nzjsw6r8fdepolm3lbgsk2gpk2gp11aw9qhl2wsskpyn9jtfwhw00000000000000l0gqjchdhvgyg4c9g4c9i8fcsdnohfdyk5g4j0gqjqgsnqhul8h6rkj4uzpsrxm6kdg1i5dcjcfzjcfzk6g5prisk2gsjjg9jjgqnsk7nsk77kron0j3gnktg9kpgnkpgnk2gspdls70jpfsjpfsrvpfgrgbkrgbkrgbron0hfdyhhhhl0gql0gqlbgslbgslbgskdg1i2fzi2fzi2fzjjg9g4c9ovl4gpc9kbenjhfh',
    600: 'gtgtnpg5khi27p7pg4v0vaorjjl3iok6k8hyibg5nogtsohol3l3jjktpmkqldkqhxkhicion5k0kvjlr7rumyp7iakhspi4fygsfxcfhxgfnie7h0h0ftgim6gygxgthcg7drgckrfthoghnjo7ijlrg3g7nvfugfgfh0cfg7f97a7a7aq2pfh0fth0gcgtqfnsjjhmrfmlk8g8r2mmo9k9wjrtfmewopmlldgxkkgxkkgx11pwrqhl2wsskpyn9jvg4i800000000000000l3h0jjhmi2gzg5cfg5cficfntjobhoe7kngmjih6jqgso7i9ldhmrqjfv6pyshmrkhg7icdrjtgbjtgbkuglq3jak9h5jlghjlh0o9klo9kl7psonij6gyktgikqgykqgyk9h5pmm67ak8fyk8fys5pdgtgfksgfksgfsonihoe7hqhql3h0l3h0ldgxldgxldgxkhg7iogciogciogcjlghg5cfp7lrgzcfl4euk0ft',
  },
  {
    from: 0x2013,
    400: 'dwrs------79796p--c8c8bp',
    500: 'dwrs------7p7p75--d6d3cj',
    600: 'dwrs------86867k--e3dxdc',
  },
  {
    from: 0x2020,
    400: 'dn--fn--9aijo0',
    500: 'ei--et--9aijpa',
    600: 'fc--dz--9aijqk',
  },
  {
    from: 0x2030,
    400: '----67ca--------9faoao',
    500: '----6oda--------9fb4b4',
    600: '----75e8--------9fbkbk',
  },
  {
    from: 0x20a0,
    400: 'k9kak9gsgznvlequv5qimph0ijjqhy12n--ihkqj6hkkai8i8hyf2gii8k7jhk6i6',
    500: 'kkkdk9gvh8nwlaravmranph6iokki513a--iyksjpikkdi8i8i5fbgzi8kijvkhi9',
    600: 'kukhk8gyhhnyl5rqw4s3onhcivlfic13y--jektk8jjkhi8i8idfmhgi8kuk8ktib',
  },
]

/** Digits with `tabular-nums`, in em: the same to a thousandth in all three weights. */
export const TABULAR_DIGIT = 0.648

/** Advance width of one code point in em, or undefined when Inter does not have it. */
export function advance(codePoint: number, weight: Weight): number | undefined {
  for (const range of RANGES) {
    const at = (codePoint - range.from) * 2
    const digits = at >= 0 ? range[weight].slice(at, at + 2) : ''
    if (digits !== '') return digits === '--' ? undefined : Number.parseInt(digits, 36) / 1000
  }
  return undefined
}
