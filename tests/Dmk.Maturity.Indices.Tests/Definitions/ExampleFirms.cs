using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>Four firms that the pilot study's README scores, with their answers to 1.0.0 and to 2.0.0: what is the same in both stands
/// once.</summary>
internal static class ExampleFirms
{
    private const string NoAi = "ai_use=no ai_need=no";

    private const string Beginner = """
        persons_employed=1 strategy_plan=case_by_case areas_invested=sales areas_planned=none readiness=needs_known|leadership
        mobile.site=rather_good mobile.customers=mixed mobile.travel=rather_good remote_access=mail|documents
        process_digital.offers=full process_digital.orders=minor process_digital.work=none process_digital.production=none
        process_digital.purchasing=major process_digital.accounting=major process_digital.personnel=notApplicable!
        business_software=accounting|documents online_presence=website|directory e_invoicing=few digital_offers=none
        data_practices=digital data_analysis=none cloud_services=mail|storage platforms=buying
        security_measures=passwords|updates|backup security_documents=none security_awareness=none
        skills_development=short cooperation=chambers green_measures=paper|trips
        green_practices.buying=no green_practices.repair=yes green_practices.reuse=partly green_practices.power=yes green_practices.provider=no
        admin_services.taxes=online admin_services.social=notApplicable! admin_services.permits=partly admin_services.statistics=online
        admin_services.funding=notApplicable! admin_access=account remote_meetings=never
        """;

    private const string BeginnerBefore = """
        internet_staff=100 fixed_speed=from_30 sells_online=no technologies.iot=not_considered technologies.robots=not_considered
        technologies.printing=not_considered technologies.design=considered technologies.control=not_considered technologies.twin=not_considered
        technologies.virtual=not_considered ai_use=none it_work.specialists=0 it_work.alongside=100 it_work.provider=0 it_work.group=0
        training_share=0 device_years=from_7 admin_services.registration=notApplicable! remote_work=notApplicable! accessibility=not_considered
        """;

    private const string BeginnerNow = """
        internet_people=1 connection_enough=mostly sells_web=no sells_edi=no e_invoices_received=retyped technologies.iot=not_needed
        technologies.robots=not_needed technologies.printing=not_needed technologies.design=lacking technologies.control=not_needed
        technologies.twin=not_needed technologies.virtual=not_needed training_people=0 device_life=from_5
        admin_services.trade_registration=notApplicable! admin_services.commercial_register=notApplicable! remote_staff=notApplicable!
        accessible_services=none accessibility_tested=no
        """;

    /// <summary>Everything that makes sense for a roofer.</summary>
    private const string Roofer = """
        strategy_plan=reviewed areas_invested=planning|production|purchasing|sales|customer_service|administration
        areas_planned=planning|production|purchasing|sales|customer_service|administration
        mobile.site=very_good mobile.customers=rather_good mobile.travel=rather_good remote_access=mail|documents|applications|calendar
        process_digital.offers=full process_digital.orders=full process_digital.work=full process_digital.production=full
        process_digital.purchasing=full process_digital.accounting=full
        online_presence=website|forms|advertising|directory|customer_account e_invoicing=most digital_offers=advice|data_service
        data_practices=digital|rules|central|connected|current|analysed|everybody data_analysis=transactions|customers|sensors|location
        cloud_services=mail|office|storage|accounting|crm|security platforms=buying|tenders|partners
        security_measures=passwords|two_factor|updates|backup|restore|access|encryption|vpn|emergency security_documents=reviewed
        security_awareness=voluntary|contract skills_development=needs|plan|short|peers|courses cooperation=chambers|centres|suppliers
        green_measures=paper|energy|material|trips|routes|lifetime
        green_practices.buying=yes green_practices.repair=yes green_practices.reuse=yes green_practices.power=yes green_practices.provider=yes
        admin_services.taxes=online admin_services.permits=online admin_services.statistics=online admin_services.funding=notApplicable!
        admin_access=account|mailbox|signature remote_meetings=weekly
        """;

    private const string RooferBefore = """
        readiness=needs_known|budget|equipment|expertise|leadership|support|processes|risks business_software=accounting|scheduling|time|stock|crm|erp
        fixed_speed=from_100 sells_online=no technologies.iot=in_use technologies.robots=not_considered technologies.printing=not_considered
        technologies.design=in_use technologies.control=not_considered technologies.twin=not_considered technologies.virtual=trying ai_use=none
        it_work.specialists=0 it_work.alongside=80 it_work.provider=20 it_work.group=0 device_years=from_5
        admin_services.registration=notApplicable! accessibility=mostly
        """;

    private const string RooferNow = """
        readiness=needs_known|budget|equipment|expertise|leadership|support business_software=accounting|scheduling|time|stock|crm|erp_system
        connection_enough=always sells_web=no sells_edi=no e_invoices_received=booked technologies.iot=in_use technologies.robots=not_needed
        technologies.printing=not_needed technologies.design=in_use technologies.control=not_needed technologies.twin=not_needed
        technologies.virtual=under_way device_life=from_5 admin_services.trade_registration=notApplicable!
        admin_services.commercial_register=notApplicable! accessible_services=major accessibility_tested=yes
        """;

    private const string Three =
        "persons_employed=3 process_digital.personnel=full admin_services.social=online "
        + "staff_involvement=informed|asked|designed|feedback|support";

    private const string Solo = "persons_employed=1 process_digital.personnel=notApplicable! admin_services.social=notApplicable!";

    private const string Large = """
        persons_employed=300 strategy_plan=written areas_invested=development|planning|production|purchasing|sales|administration
        areas_planned=development|planning|production|purchasing|sales mobile.site=rather_good mobile.customers=rather_good mobile.travel=mixed
        remote_access=mail|documents|applications|calendar process_digital.offers=full process_digital.orders=full process_digital.work=major
        process_digital.production=major process_digital.purchasing=full process_digital.accounting=full process_digital.personnel=full
        online_presence=website|forms|ordering|advertising|directory e_invoicing=many digital_offers=advice|connected
        turnover_channels.website=10 turnover_channels.marketplace=0 turnover_channels.edi=20 turnover_channels.other=70 web_sales_private=0
        data_practices=digital|rules|central|connected|current|analysed data_analysis=transactions|customers|sensors
        cloud_services=mail|office|storage|security|crm platforms=buying|partners
        ai_rules=guideline|data|check|training security_measures=passwords|two_factor|updates|backup|restore|access|encryption|vpn|monitoring
        security_documents=reviewed security_awareness=voluntary|compulsory skills_development=needs|plan|short|courses|trainees
        cooperation=chambers|universities|suppliers green_measures=paper|energy|heating|material|trips
        green_practices.buying=yes green_practices.repair=partly green_practices.reuse=yes green_practices.power=yes green_practices.provider=partly
        admin_services.taxes=online admin_services.social=online admin_services.permits=partly admin_services.statistics=online
        admin_services.funding=online admin_access=account|mailbox|signature remote_meetings=daily ai_use=some
        """;

    private const string LargeBefore = """
        readiness=needs_known|budget|equipment|expertise|leadership|processes|risks business_software=accounting|scheduling|time|stock|crm|erp|documents
        internet_staff=70 fixed_speed=from_500 sells_online=yes technologies.iot=in_use technologies.robots=in_use technologies.printing=testing
        technologies.design=in_use technologies.control=in_use technologies.twin=trying technologies.virtual=considered
        ai_uses.text=in_use ai_uses.image=testing ai_uses.speech=considered ai_uses.machines=not_considered ai_uses.forecast=trying ai_staff_share=20
        it_work.specialists=80 it_work.alongside=5 it_work.provider=15 it_work.group=0 training_share=30 device_years=from_3
        admin_services.registration=partly remote_work=30 staff_involvement=informed|asked|feedback|flexible|support accessibility=partly
        """;

    private const string LargeNow = """
        readiness=needs_known|budget|equipment|expertise|leadership|processes|risks_known business_software=accounting|scheduling|time|stock|crm|erp_system|documents
        internet_staff=70 connection_enough=mostly sells_web=yes sells_edi=yes e_invoices_received=booked technologies.iot=in_use
        technologies.robots=in_use technologies.printing=under_way technologies.design=in_use technologies.control=in_use
        technologies.twin=under_way technologies.virtual=not_needed ai_uses.text_analysis=in_use ai_uses.text_making=in_use
        ai_uses.speech=lacking ai_uses.image_analysis=under_way ai_uses.image_making=not_needed ai_uses.forecast=under_way
        ai_uses.workflows=lacking ai_uses.machines=not_needed ai_staff_share=20 training_share=30 device_life=from_3
        admin_services.trade_registration=notApplicable! admin_services.commercial_register=partly remote_staff=from_half
        staff_involvement=informed|asked|feedback|flexible_time|support accessible_services=minor accessibility_tested=no
        """;

    public static string Before(string firm) =>
        firm switch
        {
            "roofer alone, at the start" => $"{Beginner} {BeginnerBefore}",
            "three roofers, all that makes sense" => $"{Roofer} {RooferBefore} {Three} internet_staff=100 training_share=67 remote_work=33",
            "roofer alone, all that makes sense" => $"{Roofer} {RooferBefore} {Solo} internet_staff=100 training_share=100 remote_work=100",
            "300 people" => $"{Large} {LargeBefore}",
            _ => throw new ArgumentException($"There is no firm '{firm}'.", nameof(firm)),
        };

    public static string Now(string firm) =>
        firm switch
        {
            "roofer alone, at the start" => $"{Beginner} {BeginnerNow} {NoAi}",
            "three roofers, all that makes sense" =>
                $"{Roofer} {RooferNow} {Three} {NoAi} internet_people=3 training_people=2 remote_staff=from_half",
            "roofer alone, all that makes sense" =>
                $"{Roofer} {RooferNow} {Solo} {NoAi} internet_people=1 training_people=1 remote_staff=all",
            "300 people" => $"{Large} {LargeNow}",
            _ => throw new ArgumentException($"There is no firm '{firm}'.", nameof(firm)),
        };

    /// <summary>Later answers to the same question take the place of earlier ones.</summary>
    public static double Score(IndexModel model, Questionnaire questionnaire, string answers, string node)
    {
        var last = answers
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(one => one.Split('=')[0], (_, all) => all.Last());
        return DefinitionFiles.Score(model, questionnaire, DefinitionFiles.Answers(questionnaire, string.Join(' ', last)), node);
    }
}
