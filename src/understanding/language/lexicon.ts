import type { Locale } from "../../locale.ts";

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Everyday words of each language, folded, with the spellings of chats. */
export const lexicon: Record<Locale, string[]> = {
  es: list(`
    el la los las un una unos unas de del al y e o u que q ke k si sin con por para pa pal como cuando cuanto cuanta
    cuantos cuantas donde adonde quien quienes cual cuales porque xq pq porq xk x tmb tb tbn tambien pero pro mas muy
    ya yo tu el ella ello nosotros ustedes usted ud uds ellos ellas vos mi mis mio mia tus su sus suyo nuestro nuestra
    se le les lo nos te ti conmigo contigo este esta esto estos estas ese esa eso esos esas aquel aquella aqui aca
    ahi alla alli hoy ayer manana ahora ahorita luego despues antes siempre nunca jamas todavia aun entonces
    en entre hasta hacia desde sobre segun durante contra bajo tras mediante cada todo toda todos todas algo alguien
    algun alguno alguna nada nadie ningun ninguno ninguna otro otra otros otras mismo misma mucho mucha muchos muchas
    poco poca pocos pocas tan tanto tanta bastante solo solamente casi bien mal mejor peor mayor menor bueno buena
    buenos buenas malo mala gran grande pequeno nuevo nueva primer primero primera segundo ultimo ultima siguiente
    ser soy eres es somos son era eran fue fueron fui sido sea estar estoy estas esta estamos estan estaba estuvo
    haber he has ha hemos han hay habia hubo haya tener tengo tienes tiene tenemos tienen tenia tuvo tuve tenga
    hacer hago haces hace hacemos hacen hacia hizo hice hecho haga poder puedo puedes puede podemos pueden podia pudo
    pueda podria querer quiero kiero quieres quiere queremos quieren queria quisiera ir voy vas va vamos van iba vaya
    venir vengo vienes viene vino venga decir digo dice dicen dijo dijeron diga saber se sabe saben sabes sepa ver veo
    ves ve vemos ven vi visto dar doy das da dan dio dieron de deme dame deber debo debes debe deben deberia necesitar
    necesito necesita necesitas necesitamos nesesito llegar llego llega llegue llegaron llegamos pasar paso pasa pasan
    salir salgo sale salio salida entrar entro entra entrada entre vivir vivo vive vivimos trabajar trabajo trabaja
    pagar pago paga pague cuesta cuestan vale valor precio costo gratis plata dinero pesos perder perdi perdio perdida
    robar robaron robo roban sacar saco saca saque sacarlo tramitar tramite tramites renovar renuevo renovacion renova
    pedir pido pide pedi solicitar solicito solicitud consultar consulta averiguar esperar espero espera llevar llevo
    lleva llevar traer trae enviar envio mandar mando recibir recibo abrir abren cierran funciona sirve falta faltan
    ayuda ayudar ayudeme ayudame ayudenme hola ola buenas buenos dias tardes noches gracias grax porfavor porfa porfis
    favor plis xfa xfavor disculpe disculpa perdon permiso adios chao chau hasta saludos senor senora senorita
    doctor amigo amiga parce parcero veci listo dale claro vale vea oiga oye mire mira sumerce bacano chevere
    cita citas turno fecha hora horario horarios dia dias semana mes meses ano anos minuto rato tiempo plazo
    lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre oficina oficinas sede ventanilla direccion telefono correo numero nombre
    apellido apellidos documento documentos papeles requisitos permiso certificado registro formulario copia foto firma
    pais paises ciudad frontera aeropuerto vuelo viaje viajar extranjero extranjera extranjeros extranjeria migracion
    migrante migrantes colombiano colombiana colombianos venezolano venezolana venezolanos ecuatoriano ciudadano
    ciudadania nacionalidad pasaporte multa sancion prorroga salvoconducto refugio refugiado asilo retorno retornado
    regresar regreso volver vuelvo vuelve vuelva devolver queja quejas reclamo reclamar peticion denuncia denunciar
    radicado tutela derecho ley abogado juez familia familiar hijo hija hijos hijas nino nina ninos menor menores padre
    madre papa mama esposo esposa marido mujer hombre hermano hermana persona personas gente casa calle salud hospital
    colegio escuela estudiar estudio empleo empresa salario contrato embarazada enfermo enferma edad vencido vencida
    vencio vence vencer caducado correcto incorrecto equivocado mentira verdad cierto igual diferente posible imposible
    facil dificil rapido lento pronto tarde temprano cerca lejos dentro fuera arriba abajo nuevo viejo joven
    uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cien mil millones
    entiendo entiende entendi explicar explique explicame repita repetir hable hablar hablo habla espanol ingles
    cancelar cambiar cambie cambio corregir corrija borrar empezar comenzar continuar seguir sigo terminar atras
    saltar omitir menu opcion opciones gobierno alcaldia consulado embajada cancilleria ministerio policia
    anda quien fue gano nacio rey guerra siglo parte nombre llama llamo llaman tipo debido despues
    hecha pone pongo poner queda quedo quedar quedarme encuentro encuentra encontrar busco buscar buscando
    linea lider servicio servicios centro centros secretaria alerta codigo recurso prioridad priorizacion
    conocer conoce conozco creo cree pienso piensa parece gusta gustaria debajo motivo causa forma manera lugar sitio`),
  en: list(`
    the a an of to in on at by for from with without about into onto over under between through during before after
    until since against among across near off out up down and or but nor so if then than that this these those there
    here where wheres when why who whos whom whose which what whats wat how hows much many more most less least few
    i im ive ill id me my mine myself you u ur your yours yourself he him his she her hers it its we us our ours they
    them their theirs someone somebody anyone anybody everyone everybody nobody something anything everything nothing
    be am is are was were been being isnt arent wasnt werent do does did done doing dont doesnt didnt have has had
    having havent hasnt hadnt can cant cannot could couldnt will wont would wouldnt shall should shouldnt may might
    must need needs needed neednt want wants wanted wanna gonna gotta get gets got getting give gives gave given
    go goes going went gone come comes came coming make makes made making take takes took taken taking know knows knew
    known see sees saw seen say says said saying tell tells told telling ask asks asked asking think thinks thought
    find finds found look looks looking looked use uses used using work works worked working call calls called calling
    try tries tried trying keep keeps kept let lets put set show shows showed shown help helps helped helping start
    starts started stop stops stopped stay stays stayed staying leave leaves left leaving live lives lived living
    move moves moved travel travels traveling travelling return returns returned returning enter entered entry exit
    pay pays paid paying cost costs price fee fees free money dollars lose lost loses stole stolen steal stealing renew
    renewal renewed renewing apply applies applied application request requests requested submit submitted file filed
    send sends sent receive received wait waits waiting waited bring brings brought carry open opens opened close
    closes closed expire expires expired expiring extend extension extended book booked booking schedule reschedule
    cancel change changes changed fix correct wrong right true false yes yeah yep yup no nope not never always often
    sometimes again still yet already just only also too very really quite almost soon later now today tomorrow tmrw
    tmr yesterday tonight morning afternoon evening night day days week weeks month months year years hour hours minute
    minutes time times date dates deadline long short late early ago monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december
    hello helo heloo hey hi hiya please pls plz thanks thank thx ty sorry excuse bye goodbye ok okay sure fine great good bad
    better worse best worst new old young big small large little first second third last next other another same
    different each every all any some none both either neither own such one two three four five six seven eight nine
    ten eleven twelve fifteen twenty thirty hundred thousand million
    appointment appointments office offices desk window address phone email mail number name names surname document
    documents paper papers paperwork requirement requirements permit permits certificate form forms copy photo picture
    signature country countries city border airport flight trip foreigner foreigners immigrant immigrants immigration
    migrant migrants citizen citizens citizenship nationality passport passports fine fines penalty refugee refugees
    asylum returnee complaint complaints complain claim petition report reports case status law lawyer judge court
    family child children kid kids son daughter father mother dad mom mum husband wife brother sister parents person
    people man men woman women house home street health school study studying student job company salary contract
    pregnant sick age understand understood explain repeat speak speaks spoke talk talking human agent english spanish
    skip back restart menu option options government council consulate embassy ministry police card id ids residence
    resident residency
    because while though although however else instead maybe perhaps please which whose what kind type way place thing
    things part end side world life hand used war king born won win game team player played state century began become
    became happen happened happens mean means meant word words question questions answer answers problem problems
    issue issues information info like likes liked love feel feels felt seem seems believe understand write wrote
    written read reads hear heard hold held turn turned follow run ran buy bought sell sold meet met lead led eat
    drink drive driving car bank account weather check checks remember forget forgot lookup around away along
    service services centre center centers priority policy public private programme program research directorate
    network line queue affairs migration coordination address contact difference between register
    contractor contractors construction contraction overcome overcoming
    im whats thats theres youre theyre weve couldve wouldve lemme gimme dunno idk btw asap tho cuz bc coz`),
};

/** Words that say nothing about the language of a message: names, and what both languages write alike. */
export const neutral = new Set(list(`
  visa visas passport ppt pep rumv sc1 sc2 sc cedula cedulas tramite radicado pqrs pqrsd pqrsdf migracion colombia
  bogota medellin cali bucaramanga cucuta barranquilla cartagena ipiales venezuela ecuador peru cancilleria salvoconducto
  no a me he has son once pie van ven sin come mas real total general normal final central social local regional legal
  email mail web app chat whatsapp facebook instagram telegram google internet online link pdf ok menu taxi hotel
  hospital doctor error bus tv dni nit ce ti rut eps sisben sena dian uta cfsm rur oam sisconsular usa eeuu us
  maria jose juan carlos luis ana pedro miguel jorge david daniel gabriel samuel carmen laura sofia
  date fue cola animal capital color control ideal hotel idea natural original personal plan plural solo sofa tribunal
  extension regional video youtube website agenda radio piano patio plaza metro motor actor director horror terror`));

/** Words of names and addresses: they weigh less, and alone they do not make a message Spanish or English. */
export const weak = new Set(list(`
  de la las los del el y san santa calle carrera avenida barrio norte sur oriente occidente ciudad casa apartamento
  street st avenue road lane north south east west city house apartment the of and may march mark april will john mary
  rosa cruz paz angel luz blanca leon reyes flores campos rey nieves mercedes consuelo pilar rios`));
