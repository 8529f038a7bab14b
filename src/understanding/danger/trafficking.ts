import type { Rules } from "./rules.ts";

/** Trafficking in persons, forced work, papers kept, being locked in. */
export const trafficking: Rules = {
  says: [
    "(ofrecieron|ofrecio|prometieron|prometio) ... (tienen|tiene|quitaron|quito|retienen|guardan) (mi|mis) @papeles", "(recruiter|agency|trafficker*|smuggler*) .. (has|have|took|keeps|holds) .. @passport", "(finca|bar|fabrica|burdel|casa) .. (esta|estan|estamos|estoy) @encerrar",
    "(debo|deuda|debemos) ... no (me|nos) @dejar (ir|irme|irnos|salir)", "no (me|nos) @dejar .. (hablar con|llamar a) .. (familia|mama|nadie|hijos)", "(duermo|dormimos|vivo|vivimos) .. (bodega|fabrica|finca|bar|taller) ... no (me|nos) @dejar", "(sell|selling|sold) my (sister|daughter|wife|son|cousin|niece|mother|friend|body|kidney|organs)", "(brought us|brought me|who brought) .. (owe|pay) ... (leave|sell|sister|daughter|passport|work|threat*)", "(vender|vendieron|vendio|venden) a mi (hermana|hija|esposa|prima|hijo|mujer|sobrina)", "@wont @let (me|us) (talk|speak) to .. family",
    "(me|nos|la|los) (tiene|tienen) en (una|la|esa) (casa|bodega|finca|pieza) ... (pide|piden|exige|exigen|soltar*|deuda|rescate)", "(pide|piden|exige|exigen) (plata|dinero|rescate) para (soltar*|dejar* ir|liberar*)", "(coyote|coyotes|traficante*|trochero*) .. (me|nos|la|lo|los) .. (tiene|tienen|retiene*|encerr*|amenaz*|viol*|abandon*|golpe*|abus*)", "(trabajar|trabajo|trabajando) (gratis|sin pago|sin paga|sin sueldo) ... (deuda|debo)", "(deuda|debo) ... (trabajar|trabajo|trabajando) (gratis|sin pago|sin paga|sin sueldo)", "they .. (took|keep|kept|have|confiscated|hid|hold) .. our @passport ... (factory|house|farm|work|hotel|bar|job|club|boss)", "nos @quitar .. @papeles ... (llegamos|fabrica|casa|finca|bar|club|trabajo|patron|jefe)", "(have|had|has|make me|makes me|made me|told me) to (sleep with|have sex with) .. (clients|client|men|man|customers|boss|him|them)", "(toca|tengo que|debo|obligad* a) (acostar*|tener sexo|tener relaciones|estar) con (clientes|hombres|el jefe|el patron|los clientes)", "(smuggler|smugglers|traffickers|coyote) .. (has|have|keep|keeps|kept|lock|locked|holding|hold|threat*|raped|took)", "(locked|trapped) in .. until (i|we) pay", "(captured|detained|held) by [a|the] (traffickers|smugglers|gang)",
    // papers taken by an employer, a recruiter, somebody not named
    "me (quitaron|quito|retiene|retienen|retuvo|retuvieron|escondio|escondieron|decomisaron) .. @papeles .. no .. @dejar (salir|ir|irme|llamar|hablar)",
    "@jefe .. (me|nos|se|le) [se] @quitar .. @papeles", "(me|nos|le) @quitar .. @papeles .. (@jefe|trabajo|casa donde|deuda|deudas)",
    "@papeles .. (lo|los|la|las|me lo|me los) .. (tiene|tienen|quito|quitaron|retiene|retienen|escondio|escondieron) .. @jefe",
    "@jefe .. no .. (devolver|devuelve|devuelven) .. @papeles", "@jefe .. @quitar .. @papeles .. no .. (devolver|devuelve|devuelven|entrega|entregan)", "@jefe .. no .. @dejar (salir|ir|irme|irnos) ... (deuda|pague|paguemos|pagar)", "no (me|nos) (devuelve|devuelven) .. @papeles .. (@jefe|trabajo|deuda|hasta que pague)",
    "@boss .. (took|take|takes|keeps|kept|keep|has|have|hid|holds|holding|confiscated|withholding|locked up) .. (my|our|her|his|their) @passport",
    "(took|taken|take|takes|keeps|keep|kept|hid|holding|confiscated) .. (my|our|her|his|their) @passport .. (@wont @let|cant leave|cannot leave|cant go out|work|boss|employer)",
    "@wont (give|return) .. (my|our|her|his|their) @passport [back] .. (until|till|boss|employer|pay|debt|work|leave)",
    "@boss .. @wont (give|return) .. [me|us] [back] .. (my|our|her|his|their) @passport",
    // not allowed to leave the place of work, locked in by those who employ
    "no (me|nos|la|las|lo|los|le|les) @dejar (salir|ir|irme|irnos|irse|llamar) .. (trabajo|trabajamos|trabaja|trabajan|bar|finca|burdel|hotel|fabrica|patron|patrona|jefe|jefa|deuda|pague)",
    "(trabajo|trabajamos|jefe|jefa|patron|patrona|bar|finca|burdel|fabrica) ... no (me|nos|la|las|lo|los|le|les) @dejar (salir|ir|irme|irnos|irse|llamar|descansar)",
    "(me|nos|la|las|lo|los) (tienen|tenian|tuvieron) @encerrar", "(me|nos|la|las|lo|los) (tiene|tienen|tenian|tuvieron) (como esclav*|amenazad* para trabajar|trabajando a la fuerza|trabajando sin pagar*|contra mi voluntad|contra nuestra voluntad|contra su voluntad)",
    "(@jefe|trabajo|trabajamos) .. (me|nos) @encerrar", "trabajo @encerrar", "(casa|finca|hotel|bar|pieza|cuarto) .. (nos|me) @encerrar .. (trabajar|trabajo|deuda|pagar)",
    "@wont @let (me|us|her|him|them) (leave|go|go out|out|call) .. (work|job|farm|factory|bar|hotel|brothel|house where|boss|employer|debt|pay)",
    "(@boss|work|job|farm|factory|brothel) ... @wont @let (me|us|her|him|them) (leave|go|go out|out|quit|call|rest)",
    "(@boss|they|agency) .. (lock|locks|locked|locking) (me|us|her|them) (in|up|inside)", "@boss .. (has|have|took) .. @passport .. @wont @let (me|us) (leave|go|go out|out)", "not allowed to leave .. (work|job|house where|farm|factory|employer|boss)",
    "(held|kept|keep|keeping|holding) (me|us|her|him|them) (captive|prisoner|hostage|against my will|against our will|against her will|as a slave|as slaves)", "(being|am|are|is|im) [being] held (captive|prisoner|against my will|against our will|against her will|hostage)",
    // made to work or to prostitute oneself; debts that are never paid
    "(me|nos|la|las|lo|los|le) (obliga|obligan|obligo|obligaron|obligaban|fuerza|fuerzan|forzaron) a (prostituir*|tener sexo|tener relaciones|acostar*|trabajar|vender*|mendigar|pedir limosna|pedir plata|hacer videos|hacer cosas)",
    "(estoy|esta|estamos|estan|fui|siendo) .. (obligad*|forzad*) a (prostituir*|trabajar|vender*|tener sexo|mendigar|pedir)",
    "(quieren|quiere) que (me prostituya|venda mi cuerpo|trabaje gratis por la deuda)", "me (vendieron|vendio|compraron|compro) (a|para|por)  [..] (hombre|hombres|trabajar|bar|red|prostibulo|burdel|senor|mafia)", "me vendieron", "vendieron a mi (hermana|hija|prima|amiga|hijo|sobrina)",
    "(forces|force|forced|forcing|makes|make|made|making) (me|us|her|him|them) [to] (work without pay|work for free|prostitute*|have sex|sell (my|her|our) body|sell myself|sell herself|beg|sleep with|do sex|strip|work to pay|pay off)",
    "(being|was|am|im|is|are|were) [being] forced (to|into) (work|prostitution|prostitute*|have sex|beg|sex|labor|labour|sell|marry|marriage)", "force* .. into prostitution", "(sold me|i was sold|they sold my|being sold|sold my (sister|daughter|friend|cousin))",
    "(debo|deuda|debemos|debe) .. (nunca|no) .. (acab*|termin*|pagar) .. (pasaporte|patron|patrona|jefe|viaje|pasaje|trabajar)", "trabajar [..] (para pagar|hasta pagar|por) [la|una] deuda [del|de] (viaje|pasaje|coyote)", "no (me|nos) (pagan|paga) [..] no (me|nos) @dejar (ir|irme|irnos|salir)",
    "(debt|owe) .. (passport|boss|trip|smuggler|travel|ticket) .. (work|cant leave|leave|pay)", "work [..] to pay [off|back] .. (debt|trip|smuggler|travel|coyote)", "@wont pay (me|us) .. @wont @let (me|us) (leave|go)", "not paid .. (cant|cannot|not allowed to) leave",
    "(trabajo|trabajamos|trabaja) como esclav*", "(me|nos) tratan como esclav*", "esclavizad*", "(enganaron|engano|enganada|enganado|prometieron|prometio|ofrecieron) .. trabajo .. (encerr*|prostitu*|pasaporte|obliga*|no me dejan|no nos dejan|burdel|era mentira)", "(promised|tricked|fake|offered) .. job .. (lock*|passport|forced|prostitut*|brothel|cant leave|wont let)",
    "(work|working|treated) .. like (a slave|slaves)", "treat (me|us) like slaves", "enslaved", "(am|im|think im|were|was|is|are) .. (being trafficked|trafficked|a victim of trafficking|a trafficking victim|a victim of human trafficking)", "modern slavery",
    "(soy|fui|somos|creo que soy|es|siendo) [una] victima* de [la] trata", "(me|la|lo|las|nos) (captaron|reclutaron) .. (trata|prostitu*|red|engano)", "(red|redes) de (trata|prostitucion) .. (tiene|tienen|llevo|llevaron|cayo|mi|me)",
    "(me|la|lo) .. explota* sexualmente", "explotacion sexual .. (mi|me)", "(me|la|nos) prostituyen", "trafic* [a] (mi|me) ..",
    "quieren sacar* (un|los|mis) (rinon|organos)", "me (quieren|van a) (sacar|llevar|mandar) .. (otro pais|mexico|china|espana|dubai) .. (pasaporte|obliga*|deuda|a la fuerza)",
    "(llevaron|llevo) a mi (hija|hermana|prima|amiga) .. (prostitu*|no la dejan|obligan|engan*)",
  ],
  mentions: [
    "(denunciar|denuncio|reportar|reporto|avisar|denuncia) .. (trata de personas|trata de blancas|un caso de trata|explotacion sexual|trabajo forzado|red de trata)",
    "(report|reporting) .. (trafficking|forced labor|forced labour|sexual exploitation|a trafficking case)",
    "(trata de personas|trata de blancas|trafficking|trata) .. (ayuda|auxilio|help|ayudenme)", "(ayuda|auxilio|help) .. (trata de personas|trata|trafficking)", "(caso|victima*) de [la] trata", "victim* of [human] trafficking", "trafficking victim*",
  ],
};
